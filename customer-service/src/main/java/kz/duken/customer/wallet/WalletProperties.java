package kz.duken.customer.wallet;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Wallets.
 *
 * @param selfTopUps whether customers may give money to themselves: in a demo store alone
 */
@ConfigurationProperties("duken.wallet")
record WalletProperties(boolean selfTopUps) {
}
