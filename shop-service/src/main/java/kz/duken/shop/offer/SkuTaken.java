package kz.duken.shop.offer;

class SkuTaken extends RuntimeException {

}
