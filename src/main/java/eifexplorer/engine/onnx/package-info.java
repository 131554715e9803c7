/**
 * ONNX files, looked through before anything runs them: start at {@link eifexplorer.engine.onnx.OnnxModel}.
 *
 * <p>A small reader of the protobuf messages that matter (graph, nodes, tensors, shapes; field numbers as in {@code onnx.proto}),
 * which never holds a weight in memory. What runs the network is another package's business.
 */
@NullMarked
package eifexplorer.engine.onnx;

import org.jspecify.annotations.NullMarked;
