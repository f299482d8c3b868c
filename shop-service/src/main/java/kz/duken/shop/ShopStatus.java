package kz.duken.shop;

/** Whether a shop sells; an administrator may set any at any time. */
enum ShopStatus {

	/** Just made: its owner prepares it, nobody else sees it. */
	PENDING,

	/** Everybody sees it, its offers are live. */
	ACTIVE,

	/** Taken out of the store; its offers and orders stay. */
	SUSPENDED

}
