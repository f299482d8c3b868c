package kz.duken.shop.offer;

class ShopNotActive extends RuntimeException {

}
