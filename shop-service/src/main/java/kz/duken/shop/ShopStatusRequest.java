package kz.duken.shop;

import jakarta.validation.constraints.NotNull;

record ShopStatusRequest(@NotNull ShopStatus status) {
}
