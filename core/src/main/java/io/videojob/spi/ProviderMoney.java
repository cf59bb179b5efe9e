package io.videojob.spi;

import java.math.BigDecimal;

/**
 * What counts against the budgets of one provider.
 *
 * @param provider its name; empty for jobs that have none
 * @param spent US dollars
 * @param reserved US dollars that jobs hold, from admission until they are settled
 */
public record ProviderMoney(String provider, BigDecimal spent, BigDecimal reserved) {}
