package eifexplorer.training;

import eifexplorer.engine.BackboneSpec;
import eifexplorer.image.Normalization;
import eifexplorer.image.Preprocessing;
import eifexplorer.problem.ProblemException;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.regex.Pattern;

/**
 * What is trained: a back bone, its images and the last linear layer.
 *
 * @param backbone architecture, pooling and whether LayerNorm follows, such as {@code resnet50/max/layernorm}
 * @param frozen whether only the last layer and the proxies learn, on features computed once
 * @param resize shorter side of an image before it is cropped, in pixels, 16 to 2048
 * @param crop side of the square that is cut out, in pixels, 16 to {@code resize}
 * @param embeddingSize E, 2 to 8192 (512)
 * @param initialHead what the last layer starts from
 * @param frozenNorm whether batch normalisation keeps to its running statistics while the network learns, instead of each
 *     batch's own (false); its scale and shift learn all the same
 * @param precision what the network computes in while it learns; an absent one is single
 */
@RecordBuilder
public record NetworkPlan(
    String backbone,
    boolean frozen,
    int resize,
    int crop,
    int embeddingSize,
    InitialHead initialHead,
    boolean frozenNorm,
    Precision precision)
    implements NetworkPlanBuilder.With {
  private static final Pattern BACKBONE =
      Pattern.compile("[a-z0-9_-]+/(max|average|token)/(layernorm|plain)");

  /** What the last layer starts from. */
  public enum InitialHead {
    /** Uniform in ±1/√F, weight and bias, as PyTorch draws a linear layer. */
    UNIFORM,
    /** The principal directions of the training features, divided by √3, and a bias of 0. */
    PRINCIPAL
  }

  /** What a network computes in. */
  public enum Precision {
    /** Single precision throughout. */
    SINGLE,
    /**
     * The convolutions in bfloat16, weights, gradients and the last layer in single precision: faster and smaller on GPUs
     * from Ampere on and on processors that compute bfloat16 themselves, slower elsewhere.
     */
    MIXED
  }

  /** Checks the ranges. Throws {@link ProblemException} naming the field. */
  public NetworkPlan {
    precision = precision == null ? Precision.SINGLE : precision;
    if (!BACKBONE.matcher(backbone).matches()) {
      throw ProblemException.badValue(
          "backbone", backbone, "architecture/max|average|token/layernorm|plain");
    }
    Range.whole("resize", resize, 16, 2048);
    Range.whole("crop", crop, 16, resize);
    Range.whole("embeddingSize", embeddingSize, 2, 8192);
    if (initialHead == InitialHead.PRINCIPAL && !frozen) {
      throw ProblemException.badValue(
          "initialHead", initialHead, "UNIFORM, unless the back bone is frozen");
    }
    if (precision == Precision.MIXED && frozen) {
      throw ProblemException.badValue("precision", precision, "SINGLE for a frozen back bone");
    }
  }

  /** How images are prepared for the network when it is not being trained; its mean and spread hold in training too. */
  public Preprocessing images() {
    boolean caffe = BackboneSpec.parse(backbone).architecture().takesCaffeImages();
    return new Preprocessing(resize, crop, caffe ? Normalization.CAFFE : Normalization.IMAGENET);
  }

  /** A network in single precision. */
  public NetworkPlan(
      String backbone,
      boolean frozen,
      int resize,
      int crop,
      int embeddingSize,
      InitialHead initialHead,
      boolean frozenNorm) {
    this(backbone, frozen, resize, crop, embeddingSize, initialHead, frozenNorm, Precision.SINGLE);
  }

  /** A network whose batch normalisation uses each batch's own statistics. */
  public NetworkPlan(
      String backbone,
      boolean frozen,
      int resize,
      int crop,
      int embeddingSize,
      InitialHead initialHead) {
    this(backbone, frozen, resize, crop, embeddingSize, initialHead, false);
  }
}
