package eifexplorer.model;

import eifexplorer.image.Preprocessing;
import eifexplorer.problem.PlainText;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.Provenance;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Content of {@code model.json}: what a model is, and where it came from.
 *
 * @param id name of its folder
 * @param backbone as {@link eifexplorer.engine.BackboneSpec#describe} gives it, such as {@code
 *     mobilenet_v2/average/layernorm}
 * @param resize shorter side images are resized to, in pixels; 0 for none
 * @param crop side of the centre crop, in pixels; 0 for none
 * @param loss what the head was trained with
 * @param embeddingSize E
 * @param epochs epochs trained
 * @param frozenBackbone true if only head and proxies were trained
 * @param features fingerprint of the features the head goes with
 * @param metrics name to value on the test set, such as {@code recall_at_1}
 * @param provenance what it was made from
 * @param name what people call it; empty for a name made of what it is
 * @param preprocessing what else is done to images, as {@link Preprocessing#text} gives it; empty for the usual
 * @param recipe how to train it again; empty if it was not trained here, or by a version that did not note it
 */
@RecordBuilder
public record ModelCard(
    String id,
    String backbone,
    int resize,
    int crop,
    LossSpec loss,
    int embeddingSize,
    int epochs,
    boolean frozenBackbone,
    String features,
    Map<String, Double> metrics,
    Provenance provenance,
    String name,
    String preprocessing,
    Optional<TrainingRecipe> recipe)
    implements ModelCardBuilder.With {
  /** Name of the provenance's input that tells the label revision a model was trained on. */
  public static final String LABELS = "labels";

  /** Command in the provenance of a model that was tried out: what if training images counted more, or less. */
  public static final String TRIAL = "reweight";

  /** Copies the metrics in their order; an absent name or recipe becomes empty. */
  public ModelCard {
    name = name == null ? "" : name;
    preprocessing = preprocessing == null ? "" : preprocessing;
    recipe = recipe == null ? Optional.empty() : recipe;
    metrics =
        Collections.unmodifiableMap(new LinkedHashMap<>(metrics == null ? Map.of() : metrics));
  }

  /** A model that nobody has named, and that does not say how to train it again. */
  public ModelCard(
      String id,
      String backbone,
      int resize,
      int crop,
      LossSpec loss,
      int embeddingSize,
      int epochs,
      boolean frozenBackbone,
      String features,
      Map<String, Double> metrics,
      Provenance provenance) {
    this(
        id,
        backbone,
        resize,
        crop,
        loss,
        embeddingSize,
        epochs,
        frozenBackbone,
        features,
        metrics,
        provenance,
        "",
        "",
        Optional.empty());
  }

  /** How images are prepared for the network. */
  public Preprocessing prepared() {
    return Preprocessing.parse(resize, crop, preprocessing);
  }

  /** Number of the label revision it was trained on; 0 for the data set's own labels. */
  public int labelRevision() {
    String revision = provenance.inputs().getOrDefault(LABELS, "0");
    return revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : 0;
  }

  /** True for a model that was only tried out: it is opened by those who ask for it, and stands in for no other. */
  public boolean isTrial() {
    return provenance.command().equals(TRIAL);
  }

  /** Whether a network goes with it; features of an embedding bundle came without. */
  public boolean hasNetwork() {
    return crop > 0;
  }

  /** Name of the network, such as {@code mobilenet_v2}; {@code features} where there is none. */
  public String architecture() {
    return hasNetwork() ? backbone.substring(0, backbone.indexOf('/')) : "features";
  }

  /** For people: its name, or what it is, such as {@code ProxyNCA++ · mobilenet_v2 · epoch 10}. */
  public String title() {
    return name.isEmpty() ? description() : PlainText.of(name);
  }

  /** What it is, such as {@code ProxyNCA++ · mobilenet_v2 · epoch 10}; no epoch if that is not known. */
  public String description() {
    return (isTrial() ? "what if · " : "")
        + loss.title()
        + " · "
        + architecture()
        + (epochs > 0 ? " · epoch " + epochs : "");
  }

  /** A number measured on the test set, such as {@code recall_at_1}; empty if it was not measured. */
  public OptionalDouble metric(String metric) {
    Double value = metrics.get(metric);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
