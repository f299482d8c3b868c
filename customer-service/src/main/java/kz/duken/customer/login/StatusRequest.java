package kz.duken.customer.login;

import jakarta.validation.constraints.NotNull;
import kz.duken.customer.account.CustomerStatus;

record StatusRequest(@NotNull CustomerStatus status) {
}
