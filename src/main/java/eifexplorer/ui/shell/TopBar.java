package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.ChipMenu;
import eifexplorer.ui.kit.KeyCaps;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Theme;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The upper edge: what is open, each with its menu, the search, theme and help. */
final class TopBar extends HBox {
  private static final double SEARCH = 296;
  private static final double COMPACT_SEARCH = 184;

  private final ExplorerWindowViewModel model;
  private final List<ChipMenu> chips = new ArrayList<>();
  private final SearchField search;
  private final Button theme;
  private final Button settings;
  private final Button help;
  private final Tip themeTip;
  private final Tip settingsTip;
  private final Tip helpTip;

  /**
   * A top bar.
   *
   * @param pictures loads what the search found
   * @param over the pane over the whole window that search results are put into
   */
  TopBar(ExplorerWindowViewModel model, OpenActions actions, PictureLoader pictures, Pane over) {
    super(8);
    this.model = model;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    chips.add(new WorkspaceChip(model, actions));
    model.screens().forEach(screen -> chips.addAll(screen.chips()));
    chips.add(new DeviceChip(model.engine()));
    search = new SearchField(model, pictures, over);
    theme = iconButton(Feather.SUN, "", model::toggleTheme);
    theme.setId("theme-toggle");
    themeTip = Tips.on(theme, "");
    settings =
        iconButton(
            Feather.SETTINGS,
            "",
            () -> model.settings().openProperty().set(!model.settings().openProperty().get()));
    settings.setId("settings-toggle");
    settingsTip = Tips.on(settings, "");
    help =
        iconButton(
            Feather.HELP_CIRCLE, "", () -> model.helpProperty().set(!model.helpProperty().get()));
    help.setId("help-toggle");
    helpTip = Tips.on(help, "");
    getChildren().addAll(chips);
    getChildren().addAll(spacer(), search, theme, settings, help);
    model.themeProperty().addListener((value, old, now) -> showTheme());
    model.keys().mapProperty().addListener((value, old, now) -> showKeys());
    showTheme();
    showKeys();
    compact(false);
  }

  private void showTheme() {
    boolean dark = model.themeProperty().get() == Theme.DARK;
    theme.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON));
  }

  private void showKeys() {
    name(
        theme, themeTip, Texts.of("Change between dark and light ({0})", key(WindowCommand.THEME)));
    name(settings, settingsTip, Texts.of("Settings ({0})", key(WindowCommand.SETTINGS)));
    name(help, helpTip, Texts.of("Show every key (? or {0})", key(WindowCommand.HELP)));
  }

  private static void name(Button button, Tip tip, String text) {
    button.setAccessibleText(text);
    tip.setText(text);
  }

  private String key(KeyCommand command) {
    return KeyCaps.text(model.keys().mapProperty().get().key(command));
  }

  /** Puts the caret into the search. */
  void focusSearch() {
    search.focusField();
  }

  /** Empties the search if the caret is in it; false if it is not. */
  boolean leaveSearch() {
    return search.leaveField();
  }

  /** In a small window some chips are icons, and the search is narrower. */
  void compact(boolean small) {
    chips.forEach(chip -> chip.compact(small));
    double width = small ? COMPACT_SEARCH : SEARCH;
    search.compact(small);
    search.setMinWidth(width);
    search.setPrefWidth(width);
    search.setMaxWidth(width);
  }
}
