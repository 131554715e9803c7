package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class UnseenNodesTest {
  private final Region before = new Region();
  private final Region sheet = new Region();
  private final Region after = new Region();

  @Test
  void aHiddenNodeComesToItsPlaceWhenItIsFirstShownAndStays() {
    SimpleBooleanProperty open = new SimpleBooleanProperty(false);
    sheet.visibleProperty().bind(open);
    Node place = UnseenNodes.placeOf(sheet);
    Pane pane = new Pane(before, place, after);

    assertFalse(place.isVisible() || place.isManaged());
    open.set(true);
    assertEquals(List.of(before, sheet, after), pane.getChildren());
    open.set(false);
    open.set(true);
    assertEquals(List.of(before, sheet, after), pane.getChildren());
  }

  @Test
  void aNodeShownBeforeItsPlaceIsInAPaneComesWhenItIsNextShown() {
    sheet.setVisible(false);
    Node place = UnseenNodes.placeOf(sheet);
    sheet.setVisible(true);
    Pane pane = new Pane(place);
    sheet.setVisible(false);
    sheet.setVisible(true);

    assertEquals(List.of(sheet), pane.getChildren());
  }

  @Test
  void aNodeInSightIsItsOwnPlace() {
    assertSame(sheet, UnseenNodes.placeOf(sheet));
  }
}
