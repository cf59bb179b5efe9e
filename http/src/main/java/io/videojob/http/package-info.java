/**
 * The rules of the wire, once for all adapters that speak HTTP: {@link io.videojob.http.VendorHttp} makes Retrofit
 * interfaces, {@link io.videojob.http.Creates} sends what costs money, {@link io.videojob.http.Reads} asks.
 */
@NullMarked
package io.videojob.http;

import org.jspecify.annotations.NullMarked;
