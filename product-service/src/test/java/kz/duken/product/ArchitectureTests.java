package kz.duken.product;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import kz.duken.test.HouseRules;

@AnalyzeClasses(packages = "kz.duken.product", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

}
