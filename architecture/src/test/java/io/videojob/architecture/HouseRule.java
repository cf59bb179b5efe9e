package io.videojob.architecture;

import java.util.List;

/**
 * A rule of the house. The fixture that breaks it lies in {@code fixtures/} under the simple name of its class.
 *
 * @see Fixture
 */
public interface HouseRule {

    /** The rule in a sentence. */
    String says();

    /** A line for each breach, naming who breaks it; empty when the house keeps the rule. */
    List<String> breaches(House house);
}
