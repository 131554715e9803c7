/**
 * The tensor runtime, PyTorch by way of DJL: start at {@link eifexplorer.djl.DjlEngine}.
 *
 * <p>The only package that imports {@code ai.djl}. Networks are not built of DJL's blocks: {@link
 * eifexplorer.djl.NetworkProgram} writes each as a small TorchScript program that takes the image and the list of weights.
 * That reaches what DJL's own operations do not (weights laid out for the processor, convolution, addition and activation
 * in one pass, channels-last training), keeps torchvision's names the only names, and frees every intermediate result as
 * soon as it is used. Measured on one core against the same layers one by one: ResNet-50 256² in batches of 16 1.5 to 1.9
 * times, MobileNet-V2 224² 2.2 times as many images a second.
 *
 * <p>{@link eifexplorer.djl.DjlMatrixMath} is the port for large matrices: blocks are arrays on the device, {@link
 * eifexplorer.djl.KernelProgram} what is done with them in several operations, {@link eifexplorer.djl.TorchWork} a stretch of
 * work at whose end everything not kept is freed. Run on the processor only so far.
 *
 * <p>Training for a GPU, where it has not been run: weights, gradients and moments stay on the device, a step of Adam reads nothing
 * back, convolutions are channels-last, images are decoded ahead on other threads, and after a batch that was too large it is
 * found by halving which would fit. Uploads are not pinned: DJL has no page-locked buffers, and the runtime's own way to
 * them ({@code aten::pin_memory}) is one more copy of each batch.
 *
 * <p>{@link eifexplorer.djl.OnnxBackbone} runs ONNX networks by DJL's other engine, where the build has it; nothing here is compiled
 * against ONNX Runtime.
 */
@NullMarked
package eifexplorer.djl;

import org.jspecify.annotations.NullMarked;
