/**
 * EIF Explorer: start at {@link eifexplorer.Launcher}, and read the packages in this order: {@code dataset}, {@code image},
 * {@code embedding}, {@code training}, {@code confusion}, {@code influence}, {@code review}, {@code export}, {@code session} (each uses only
 * those before it), then the shells {@code cli} and {@code ui}, put together in {@code app}. Support, used by all: {@code
 * problem}, {@code array}, {@code job}, {@code workspace}, {@code engine}; {@code djl} is the tensor runtime.
 */
package eifexplorer;
