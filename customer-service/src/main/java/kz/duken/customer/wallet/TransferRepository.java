package kz.duken.customer.wallet;

import java.util.UUID;

import org.springframework.data.repository.Repository;

interface TransferRepository extends Repository<Transfer, UUID> {

	Transfer save(Transfer transfer);

}
