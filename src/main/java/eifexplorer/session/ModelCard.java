package eifexplorer.session;

import eifexplorer.image.Preprocessing;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.Provenance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
 */
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
    Provenance provenance) {
  /** Name of the provenance's input that tells the label revision a model was trained on. */
  static final String LABELS = "labels";

  /** Copies the metrics in their order. */
  public ModelCard {
    metrics =
        Collections.unmodifiableMap(new LinkedHashMap<>(metrics == null ? Map.of() : metrics));
  }

  /** How images are prepared for the network. */
  Preprocessing preprocessing() {
    return Preprocessing.of(resize, crop);
  }

  /** Number of the label revision it was trained on; 0 for the data set's own labels. */
  public int labelRevision() {
    String revision = provenance.inputs().getOrDefault(LABELS, "0");
    return revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : 0;
  }

  /** Name of the network, such as {@code mobilenet_v2}. */
  public String architecture() {
    return backbone.substring(0, backbone.indexOf('/'));
  }

  /** For people, such as {@code ProxyNCA++ · mobilenet_v2 · epoch 10}. */
  public String title() {
    return loss.title() + " · " + architecture() + " · epoch " + epochs;
  }

  /** The same model with metrics. */
  public ModelCard withMetrics(Map<String, Double> measured) {
    return new ModelCard(
        id,
        backbone,
        resize,
        crop,
        loss,
        embeddingSize,
        epochs,
        frozenBackbone,
        features,
        measured,
        provenance);
  }
}
