package kz.duken.commons.money;

import java.math.BigDecimal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class MoneyConverter implements AttributeConverter<Money, BigDecimal> {

	@Override
	public @Nullable BigDecimal convertToDatabaseColumn(@Nullable Money money) {
		return (money != null) ? money.amount() : null;
	}

	@Override
	public @Nullable Money convertToEntityAttribute(@Nullable BigDecimal amount) {
		return (amount != null) ? new Money(amount) : null;
	}

}
