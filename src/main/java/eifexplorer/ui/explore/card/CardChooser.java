package eifexplorer.ui.explore.card;

import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.Texts;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.stage.FileChooser.ExtensionFilter;

/** Asks where a card goes. */
public final class CardChooser {
  private static final ExtensionFilter PAGE = new ExtensionFilter(Texts.of("Web page"), "*.html");
  private static final ExtensionFilter PICTURE = new ExtensionFilter(Texts.of("Picture"), "*.png");

  private final Node from;

  /** Asks in the window of a node. */
  public CardChooser(Node from) {
    this.from = from;
  }

  /** Asks for a file, a picture only of a single pair, and has the card written. */
  public void choose(CardViewModel model) {
    int count = model.count();
    if (count == 0) {
      model.sayNothing();
      return;
    }
    FileDialogs.of(from)
        .newFile(
            from.getScene().getWindow(),
            FileDialogs.Purpose.EXPORT,
            count == 1
                ? Texts.of("Save a card of the pair")
                : Texts.of("Save cards of {0} pairs", count),
            model.name() + ".html",
            Stream.of(PAGE, PICTURE)
                .filter(form -> count == 1 || form == PAGE)
                .toArray(ExtensionFilter[]::new))
        .ifPresent(model::write);
  }
}
