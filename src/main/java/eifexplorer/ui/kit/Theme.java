package eifexplorer.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/** The two colourings of the window: AtlantaFX's Primer with the colour roles of {@code theme-*.css} on top. */
public enum Theme {
  DARK("dark", new PrimerDark().getUserAgentStylesheetBSS(), "theme-dark.css", "#0d1117"),
  LIGHT("light", new PrimerLight().getUserAgentStylesheetBSS(), "theme-light.css", "#ffffff");

  private static final String FOLDER = "/eifexplorer/ui/";

  private final String id;
  private final String base;
  private final String roles;

  private final Color ground;

  Theme(String id, String base, String roles, String ground) {
    this.id = id;
    this.base = base;
    this.roles = roles;
    this.ground = Color.web(ground);
  }

  /** The name in the settings. */
  public String id() {
    return id;
  }

  /** The theme of this name; dark for a name not known. */
  public static Theme named(String id) {
    return LIGHT.id.equals(id) ? LIGHT : DARK;
  }

  /** The other one. */
  public Theme other() {
    return this == DARK ? LIGHT : DARK;
  }

  /** What is behind everything; the style sheet's ground, which is not known before the first frame is drawn. */
  public Color ground() {
    return ground;
  }

  /** Gives the scene, its popups and its tooltips this look, and every other window the same controls. */
  public void apply(Scene scene) {
    // Of the program, not of the scene: the list of a choice is measured before it belongs to a
    // scene with a base of its own.
    Application.setUserAgentStylesheet(base);
    scene.setFill(ground);
    scene.getStylesheets().setAll(sheet(roles), sheet("controls.css"), sheet("screens.css"));
  }

  private static String sheet(String name) {
    return Theme.class.getResource(FOLDER + name).toExternalForm();
  }
}
