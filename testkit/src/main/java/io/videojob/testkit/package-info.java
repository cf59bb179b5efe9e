/**
 * For those who test with VideoJob: the contract that every adapter passes ({@link
 * io.videojob.testkit.VideoProviderContract}), and for programs that use the library a provider without a vendor and a clock
 * that waits for nobody.
 */
@NullMarked
package io.videojob.testkit;

import org.jspecify.annotations.NullMarked;
