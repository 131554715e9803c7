/**
 * What the command {@code benchmark} measures: start at {@link eifexplorer.benchmark.InfluenceBenchmark}, {@link
 * eifexplorer.benchmark.NeighbourBenchmark} and {@link eifexplorer.benchmark.NetworkBenchmark}, and {@link
 * eifexplorer.benchmark.GalleryWorkspace}, a large workspace made of nothing for the window, which is measured through
 * {@link eifexplorer.benchmark.WindowBenchmark}.
 * {@link eifexplorer.benchmark.DeviceCheck} is what {@code doctor --deep} tries out.
 */
@NullMarked
package eifexplorer.benchmark;

import org.jspecify.annotations.NullMarked;
