package eifexplorer.ui.explore.card;

import eifexplorer.ui.kit.FileDialogs;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.stage.FileChooser.ExtensionFilter;

/** Asks where a card goes. */
public final class CardChooser {
  private static final ExtensionFilter PAGE = new ExtensionFilter("Web page", "*.html");
  private static final ExtensionFilter PICTURE = new ExtensionFilter("Picture", "*.png");

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
            count == 1 ? "Save a card of the pair" : "Save cards of " + count + " pairs",
            model.name() + ".html",
            Stream.of(PAGE, PICTURE)
                .filter(form -> count == 1 || form == PAGE)
                .toArray(ExtensionFilter[]::new))
        .ifPresent(model::write);
  }
}
