package eifexplorer.djl;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.testing.GoldenFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ResNet-50 of golden case 11_resnet50_formula, whose weights come from splitmix64. */
record FormulaWeights(StateDict all) {

  static FormulaWeights read() {
    JsonNode keys =
        JsonMapper.builder().build().readTree(GoldenFiles.file("11_resnet50_keys.json").toFile());
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    for (int entry = 0; entry < keys.size(); entry++) {
      String name = keys.get(entry).get(0).asString();
      int[] shape = new int[keys.get(entry).get(1).size()];
      int size = 1;
      for (int axis = 0; axis < shape.length; axis++) {
        shape[axis] = keys.get(entry).get(1).get(axis).asInt();
        size *= shape[axis];
      }
      tensors.put(
          name,
          shape.length == 0
              ? WeightTensor.of(new long[1])
              : WeightTensor.owning(values(name, shape, size, (long) entry << 32), shape));
    }
    return new FormulaWeights(StateDict.of(tensors));
  }

  static float[] images(int size) {
    float[] out = new float[3 * size * size];
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

  private static float[] values(String name, int[] shape, int size, long first) {
    float scale = (float) Math.sqrt(3.0 / ((double) size / shape[0]));
    float[] out = new float[size];
    for (int i = 0; i < size; i++) {
      float h = number(first + i);
      if (name.endsWith("running_var") || (shape.length == 1 && name.endsWith(".weight"))) {
        out[i] = 0.25f * h + 1;
      } else {
        out[i] = shape.length == 1 ? 0.1f * h : h * scale;
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
