package eifexplorer.ui.train;

import eifexplorer.training.LossSpec;
import javafx.util.StringConverter;

/** Losses by the name people know them by. */
final class LossTitles extends StringConverter<String> {
  @Override
  public String toString(String name) {
    return name == null || name.isEmpty() ? "" : LossSpec.named(name).title();
  }

  @Override
  public String fromString(String title) {
    return LossSpec.ALL.stream()
        .filter(loss -> loss.title().equals(title))
        .findFirst()
        .map(LossSpec::name)
        .orElse("");
  }
}
