package eifexplorer.djl;

import eifexplorer.engine.WeightShape;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.testing.GoldenFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The networks of golden cases 11_resnet50_formula and 15_backbones, whose weights come from splitmix64. */
record FormulaWeights(StateDict all) {
  private static final String SMALL =
      ".*(layer_scale|class_token|pos_embedding|relative_position_bias_table|register_tokens)";

  /** The ResNet-50 of case 11. */
  static FormulaWeights read() {
    return read("11_resnet50_keys.json", 1);
  }

  /** A network of case 15; {@code gain} multiplies its kernels and matrices. */
  static FormulaWeights read(String file, double gain) {
    JsonNode keys = JsonMapper.builder().build().readTree(GoldenFiles.file(file).toFile());
    List<WeightShape> shapes = new ArrayList<>();
    for (JsonNode key : keys) {
      int[] shape = new int[key.get(1).size()];
      Arrays.setAll(shape, axis -> key.get(1).get(axis).asInt());
      shapes.add(new WeightShape(key.get(0).asString(), shape));
    }
    return of(shapes, gain);
  }

  /** Weights of these names and shapes, in order. */
  static FormulaWeights of(List<WeightShape> shapes, double gain) {
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    for (WeightShape wanted : shapes) {
      int[] shape = wanted.shape();
      int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
      boolean whole = wanted.isCounter() || wanted.name().endsWith("relative_position_index");
      long first = (long) tensors.size() << 32;
      tensors.put(
          wanted.name(),
          whole
              ? WeightTensor.owning(new long[size], shape)
              : WeightTensor.owning(values(wanted.name(), shape, size, first, gain), shape));
    }
    return new FormulaWeights(StateDict.of(tensors));
  }

  static float[] images(int size) {
    return images(1, size, size);
  }

  static float[] images(int n, int height, int width) {
    float[] out = new float[n * 3 * height * width];
    for (int i = 0; i < out.length; i++) {
      out[i] = 2 * number((1L << 62) + i);
    }
    return out;
  }

  StateDict backbone() {
    return all.below("module.0.base.");
  }

  float[] headWeight() {
    return all.get("module.1.weight").floats();
  }

  float[] headBias() {
    return all.get("module.1.bias").floats();
  }

  private static float[] values(String name, int[] shape, int size, long first, double gain) {
    float scale = (float) Math.sqrt(3.0 / ((double) size / shape[0]));
    boolean small = shape.length == 1 || name.matches(SMALL);
    boolean nearOne =
        name.endsWith("running_var") || (shape.length == 1 && name.endsWith(".weight"));
    float[] out = new float[size];
    for (int i = 0; i < size; i++) {
      float h = number(first + i);
      if (nearOne) {
        out[i] = 0.25f * h + 1;
      } else {
        out[i] = small ? 0.1f * h : (float) (gain * (h * scale));
      }
    }
    return out;
  }

  private static float number(long index) {
    long z = (index + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (float) ((z >>> 40) / 16777216.0 * 2 - 1);
  }
}
