package eifexplorer.ui.workspace;

import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelEntry;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.OptionalDouble;

/** What is said of a model. */
public final class ModelWords {
  private ModelWords() {}

  /** What it was measured at: {@code R@1 67.8 % · MAP@R 30.1 %}. */
  public static String metrics(ModelCard card) {
    return Texts.of("R@1 {0} · MAP@R {1}", percent(card, "recall_at_1"), percent(card, "map_at_r"));
  }

  /** What tells a model from others of the same title, to be put before more: {@code its_id · }; empty if there is none. */
  static String apart(ModelCard card, List<ModelEntry> all) {
    long same = all.stream().filter(other -> other.card().title().equals(card.title())).count();
    return same > 1 ? card.id() + " · " : "";
  }

  /** The network, and whether it was trained. */
  static String backbone(ModelCard card) {
    return card.hasNetwork()
        ? card.backbone() + (card.frozenBackbone() ? Texts.of(", frozen") : "")
        : Texts.of("none: features from an embedding bundle");
  }

  /** A metric in per cent, or a dash if it was not measured. */
  static String percent(ModelCard card, String metric) {
    OptionalDouble value = card.metric(metric);
    return value.isPresent() ? Texts.percent(value.getAsDouble()) : "–";
  }
}
