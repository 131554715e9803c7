package eifexplorer.ui.train;

import javafx.util.StringConverter;

/** What a field is chosen from, by the names people know. */
final class ChoiceWords extends StringConverter<String> {
  private final PlanField field;

  ChoiceWords(PlanField field) {
    this.field = field;
  }

  @Override
  public String toString(String chosen) {
    return chosen == null || chosen.isEmpty() ? "" : field.inWords(chosen);
  }

  @Override
  public String fromString(String words) {
    return field.choices().stream()
        .filter(choice -> field.inWords(choice).equals(words))
        .findFirst()
        .orElse("");
  }
}
