/**
 * What the command {@code benchmark} measures: start at {@link eifexplorer.benchmark.InfluenceBenchmark} (kernels) and {@link
 * eifexplorer.benchmark.GalleryWorkspace}, a large workspace made of nothing for the window, which is measured through
 * {@link eifexplorer.benchmark.WindowBenchmark}.
 */
@NullMarked
package eifexplorer.benchmark;

import org.jspecify.annotations.NullMarked;
