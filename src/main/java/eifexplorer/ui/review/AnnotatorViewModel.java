package eifexplorer.ui.review;

import eifexplorer.ui.kit.Texts;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Who decides: whoever was chosen in this workspace, else who usually does. */
final class AnnotatorViewModel {
  private static final String FIRST = Texts.of("annotator 1");

  private final StringProperty name = new SimpleStringProperty(FIRST);
  private Supplier<String> usual = () -> "";

  /** Who decides, as it was typed. */
  StringProperty nameProperty() {
    return name;
  }

  /** Who decides; never blank. */
  String who() {
    return name.get().isBlank() ? usual() : name.get().strip();
  }

  /** Who decides where nobody has yet; the empty text for the first annotator. */
  void decideAs(Supplier<String> newUsual) {
    usual = newUsual;
    name.set(usual());
  }

  /** Who decides where nobody has yet; never blank. */
  String usual() {
    String of = usual.get();
    return of.isBlank() ? FIRST : of;
  }
}
