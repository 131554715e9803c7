package eifexplorer.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelEntry;
import eifexplorer.ui.testing.ModelCards;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelWordsTest {
  private static ModelEntry entry(String id, String name, String command) {
    return new ModelEntry(ModelCards.card(id, name, command), 0, false);
  }

  private final List<ModelEntry> models =
      List.of(entry("a", "", "train"), entry("b", "", "train"), entry("c", "", ModelCard.TRIAL));

  @Test
  void onlyModelsOfTheSameTitleNeedMoreToBeToldApart() {
    assertEquals(
        List.of("a · ", "b · ", ""),
        models.stream().map(entry -> ModelWords.apart(entry.card(), models)).toList());
  }

  @Test
  void featuresAloneHaveNoBackBone() {
    ModelCard network = ModelCards.card("a", "", "train");
    ModelCard features = network.with(made -> made.resize(0).crop(0));
    assertEquals(
        List.of(
            "resnet18/average/layernorm, frozen",
            "ProxyNCA++ · resnet18 · epoch 20",
            "none: features from an embedding bundle",
            "ProxyNCA++ · features · epoch 20"),
        List.of(
            ModelWords.backbone(network),
            network.description(),
            ModelWords.backbone(features),
            features.description()));
  }
}
