package eifexplorer.ui.testing;

import eifexplorer.model.ModelCard;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.Provenance;
import java.util.Map;

/** Cards of models that are nowhere on disk. */
public final class ModelCards {
  private ModelCards() {}

  /** A card with this id and name, made by a command such as {@code train}. */
  public static ModelCard card(String id, String name, String command) {
    return new ModelCard(
            id,
            "resnet18/average/layernorm",
            256,
            224,
            LossSpec.PROXY_NCA,
            64,
            20,
            true,
            "",
            Map.of(),
            new Provenance("test", "2026-11-01T00:00:00Z", command, Map.of(), Map.of()))
        .with(made -> made.name(name));
  }
}
