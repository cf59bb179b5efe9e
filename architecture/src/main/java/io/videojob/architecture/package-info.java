/**
 * The rules of the house as tests; nothing of this module is published.
 *
 * <p>A rule is a class in {@code rules}, and a line in {@code HouseRulesTest}. It is run on the main classes of every module
 * that the root pom names, and on a fixture that breaks it: a folder in {@code src/test/resources/fixtures} under the name
 * of the rule's class, with a folder a module in it. A file of the fixture says what must be reported with
 * {@code REPORTED AS: a part of the report}; what no such line asks for must not be reported.
 *
 * <p>The public API of {@code core} and the adapters is kept in {@code architecture/api}, so that a change of it is a change
 * somebody reviews. {@code ./mvnw verify -pl architecture -am -Dapi.update=true} writes the files anew.
 */
@NullMarked
package io.videojob.architecture;

import org.jspecify.annotations.NullMarked;
