package eifexplorer.ui.kit;

import eifexplorer.problem.PlainText;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small pieces that every screen is put together from. */
public final class Controls {
  private Controls() {}

  /** Text with style classes. */
  public static Label label(String text, String... styleClasses) {
    Label label = new Label(PlainText.lines(text));
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** A key as it stands on the keyboard. */
  public static Label key(String name) {
    return label(name, "key-cap");
  }

  /** A button with words. */
  public static Button button(String text, Runnable action, String... styleClasses) {
    Button button = new Button(text);
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll(styleClasses);
    button.setOnAction(event -> action.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** A button with an icon alone; its name is read aloud and shown as a tooltip. */
  public static Button iconButton(Ikon icon, String name, Runnable action) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().add("icon-button");
    button.setAccessibleText(name);
    Tips.on(button, name);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Takes up the room that is left in a row. */
  public static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /** The sign of harm: a triangle that points down. */
  public static Polygon downTriangle(double width) {
    Polygon triangle = new Polygon(0, 0, width, 0, width / 2, width * 0.8);
    triangle.getStyleClass().add("harmful-shape");
    return triangle;
  }

  /** The sign of help: a triangle that points up. */
  public static Polygon upTriangle(double width) {
    Polygon triangle = new Polygon(0, width * 0.8, width, width * 0.8, width / 2, 0);
    triangle.getStyleClass().add("helpful-shape");
    return triangle;
  }

  /** Puts text on the clipboard. */
  public static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
