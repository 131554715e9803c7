/**
 * EIF Explorer: start at {@link eifexplorer.Launcher}, and read the packages in this order: {@code dataset}, {@code image},
 * {@code embedding}, {@code training}, {@code confusion}, {@code influence}, {@code review}, {@code export}, {@code model}, {@code run},
 * {@code session}, {@code retrain}, {@code project} (each uses only those before it), then the shells {@code cli} and
 * {@code ui}, put together in {@code app}. Support, used by all: {@code math},
 * {@code problem}, {@code array}, {@code job}, {@code workspace}, {@code engine}; {@code djl} is the tensor runtime.
 *
 * <p>Every package is marked {@code @NullMarked}: nothing is null that does not say so, and the compiler checks it. What others may
 * ask for in vain is an {@link java.util.Optional}. {@code @Nullable} is for what stays inside: a value not computed yet, a
 * cell or sheet that shows nothing, an argument for the toolkit, whose properties say "none" by null, weights a kernel does
 * without. A record read from JSON replaces absent fields in its compact constructor, so its components are not null. A map
 * that must hold a key is asked through {@link java.util.Objects#requireNonNull(Object)}.
 */
@NullMarked
package eifexplorer;

import org.jspecify.annotations.NullMarked;
