package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Theme;
import eifexplorer.ui.kit.Tips;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The upper edge: the menu of what can be opened, what is open, theme and help. */
final class TopBar extends HBox {
  private final ExplorerWindowViewModel model;
  private final Label workspace = chip(Feather.LAYERS, "chip-strong");
  private final Label network = chip(Feather.BOX);
  private final Label split = chip(Feather.COLUMNS);
  private final Label device = chip(Feather.CPU);
  private final Tooltip networkTip = Tips.on(network, "");
  private final Button theme;

  TopBar(ExplorerWindowViewModel model, OpenActions actions) {
    super(8);
    this.model = model;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    theme = iconButton(Feather.SUN, "Change between dark and light (Ctrl D)", model::toggleTheme);
    theme.setId("theme-toggle");
    Button help =
        iconButton(
            Feather.HELP_CIRCLE,
            "Show every key (?)",
            () -> model.helpProperty().set(!model.helpProperty().get()));
    help.setId("help-toggle");
    device.setText(model.device());
    Tips.on(device, "The tensor runtime runs on: " + model.device());
    getChildren()
        .addAll(
            new OpenMenu(model, actions), workspace, network, split, device, spacer(), theme, help);
    model.chipsProperty().addListener((value, old, now) -> showChips(now));
    model.themeProperty().addListener((value, old, now) -> showTheme());
    showChips(model.chipsProperty().get());
    showTheme();
  }

  private static Label chip(Ikon icon, String... styleClasses) {
    Label chip = label("", "chip");
    chip.getStyleClass().addAll(styleClasses);
    chip.setGraphic(new FontIcon(icon));
    chip.setMinWidth(36);
    return chip;
  }

  private void showChips(SessionChips chips) {
    for (Label chip : new Label[] {workspace, network, split}) {
      chip.setVisible(chips != null);
      chip.setManaged(chips != null);
    }
    if (chips != null) {
      workspace.setText(chips.workspace());
      workspace.setAccessibleText("Workspace " + chips.workspace());
      network.setText(chips.model());
      network.setAccessibleText("Model " + chips.model());
      networkTip.setText(chips.model());
      split.setText(chips.split());
    }
  }

  private void showTheme() {
    boolean dark = model.themeProperty().get() == Theme.DARK;
    theme.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON));
  }

  /** In a small window the device is an icon. */
  void compact(boolean small) {
    device.setContentDisplay(small ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
  }
}
