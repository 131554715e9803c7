package eifexplorer.engine;

import eifexplorer.engine.TokenLayer.Interpolation;
import eifexplorer.engine.TokenLayer.Tokens;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Brings a Vision Transformer's weights under torchvision's names: from those of timm, DeiT, DINO and DINOv2. */
final class VisionTransformerNames {
  private static final String BLOCK = "encoder.layers.encoder_layer_$1.";

  /** DINOv2 may count blocks in chunks. */
  private static final String OTHER = "blocks\\.(?:\\d+\\.)?(\\d+)\\.";

  private static final Renaming RENAMING =
      new Renaming()
          .rule("cls_token", Tokens.CLASS_TOKEN)
          .rule("pos_embed", Tokens.POSITIONS)
          .rule("reg_token", Tokens.REGISTERS)
          .rule("patch_embed\\.proj\\.(.*)", "conv_proj.$1")
          .rule(OTHER + "norm([12])\\.(.*)", BLOCK + "ln_$2.$3")
          .rule(OTHER + "attn\\.qkv\\.(.*)", BLOCK + "self_attention.in_proj_$2")
          .rule(OTHER + "attn\\.proj\\.(.*)", BLOCK + "self_attention.out_proj.$2")
          .rule(OTHER + "ls([12])\\.gamma", BLOCK + "ls$2")
          .rule(OTHER + "gamma_([12])", BLOCK + "ls$2")
          .rule(OTHER + "mlp\\.fc1\\.(.*)", BLOCK + "mlp.0.$2")
          .rule(OTHER + "mlp\\.fc2\\.(.*)", BLOCK + "mlp.3.$2")
          .rule("(encoder\\.layers\\.encoder_layer_\\d+\\.mlp)\\.linear_1\\.(.*)", "$1.0.$2")
          .rule("(encoder\\.layers\\.encoder_layer_\\d+\\.mlp)\\.linear_2\\.(.*)", "$1.3.$2")
          .rule("norm\\.(weight|bias)", "encoder.ln.$1");

  /** Layers of variants that compute something else. */
  private static final Pattern UNKNOWN =
      Pattern.compile(".*(\\.mlp\\.w12\\.|\\.q_norm\\.|dist_token|norm_pre\\.|fc_norm\\.).*");

  private VisionTransformerNames() {}

  static NamedNetwork read(StateDict given) {
    for (String name : given.names()) {
      if (UNKNOWN.matcher(name).matches()) {
        throw new ProblemException(
            "The Vision Transformer in the file has \"" + name + "\", a layer that is not known",
            "",
            "The usual ones of torchvision, timm, DeiT, DINO and DINOv2 are read.");
      }
    }
    Interpolation interpolation = interpolation(given);
    NamedNetwork named =
        NamedNetwork.renamed(
            n -> VisionTransformer.infer(complete(n), interpolation), given, RENAMING);
    return new NamedNetwork(named.architecture(), complete(named.weights()), named.originals());
  }

  private static Interpolation interpolation(StateDict given) {
    boolean registers = given.contains(Tokens.REGISTERS) || given.contains("reg_token");
    if (given.contains(Tokens.CLASS_TOKEN)) {
      return Interpolation.TORCHVISION;
    }
    return given.contains("mask_token") && !registers ? Interpolation.DINO : Interpolation.TIMM;
  }

  /** A position for the class token, which timm leaves out with register tokens, and biases left out are 0. */
  private static StateDict complete(StateDict weights) {
    Map<String, WeightTensor> more = new LinkedHashMap<>();
    weights
        .find(Tokens.POSITIONS)
        .filter(positions -> positions.rank() == 3 && isSquare(positions.shape()[1]))
        .ifPresent(positions -> more.put(Tokens.POSITIONS, withClassToken(positions)));
    for (String name : weights.names()) {
      if (name.endsWith("self_attention.in_proj_weight")) {
        String bias = name.replace("in_proj_weight", "in_proj_bias");
        int size = weights.get(name).shape()[0];
        if (!weights.contains(bias)) {
          more.put(bias, WeightTensor.owning(new float[size], size));
        }
      }
    }
    return weights.plus(StateDict.of(more));
  }

  private static boolean isSquare(int n) {
    long root = Math.round(Math.sqrt(n));
    return root * root == n;
  }

  private static WeightTensor withClassToken(WeightTensor positions) {
    int[] shape = positions.shape();
    float[] given = positions.floats();
    float[] values = new float[given.length + shape[2]];
    System.arraycopy(given, 0, values, shape[2], given.length);
    return WeightTensor.owning(values, 1, shape[1] + 1, shape[2]);
  }
}
