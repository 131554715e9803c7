package eifexplorer.ui.explore.diff;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.session.diff.OtherModels;
import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.FileDialogs.Purpose;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Over the list: which other model the pairs are compared with, and the menu of those there are. */
public final class DiffLine extends HBox {
  private final DiffViewModel model;
  private final MenuButton choose = new MenuButton(Texts.of("Compare with …"));
  private final Button compared = new Button();
  private final Tip tip = Tips.on(compared, "");
  private final Button stop;

  /** A line of the comparison. */
  public DiffLine(DiffViewModel model) {
    super(4);
    this.model = model;
    setId("diff-line");
    setAlignment(Pos.CENTER_LEFT);
    choose.setId("diff-choose");
    choose.setGraphic(new FontIcon(Feather.GIT_PULL_REQUEST));
    choose.getStyleClass().add("diff-choose");
    choose.setMaxWidth(Double.MAX_VALUE);
    choose.setMnemonicParsing(false);
    choose.setAccessibleText(Texts.of("Compare with another model on the same test images"));
    choose.setOnShowing(
        event -> {
          fill();
          model.lookAgain();
        });
    model
        .choices()
        .addListener(
            (InvalidationListener)
                changed -> {
                  if (choose.isShowing()) {
                    fill();
                  }
                });
    // A menu without lines never opens.
    choose.getItems().add(new MenuItem(""));
    compared.setId("diff-compared");
    compared.setGraphic(new FontIcon(Feather.GIT_PULL_REQUEST));
    compared.getStyleClass().addAll("chip-button", "diff-compared");
    compared.setMaxWidth(Double.MAX_VALUE);
    compared.setMinWidth(0);
    compared.setMnemonicParsing(false);
    compared.setAlignment(Pos.CENTER_LEFT);
    // What tells models of one kind apart stands last.
    compared.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    compared.setOnAction(event -> model.toggle());
    stop = iconButton(Feather.X, Texts.of("Stop comparing"), model::stop);
    HBox.setHgrow(choose, Priority.ALWAYS);
    HBox.setHgrow(compared, Priority.ALWAYS);
    model.askedProperty().addListener((value, old, now) -> show());
    show();
  }

  private void show() {
    String with = model.askedProperty().get();
    boolean on = !with.isEmpty();
    getChildren().clear();
    if (on) {
      compared.setText(Texts.of("vs {0}", with));
      compared.setAccessibleText(
          Texts.of("Compared with the model {0}; press for all that differs", with));
      tip.setText(Texts.of("Compared with the model {0}: all that differs (Shift C)", with));
      getChildren().addAll(compared, stop);
    } else {
      getChildren().add(choose);
    }
  }

  private void fill() {
    choose.getItems().clear();
    for (OtherModels.Choice choice : model.choices()) {
      choose.getItems().add(item(choice, () -> model.compareWith(choice)));
    }
    if (model.choices().isEmpty()) {
      choose.getItems().add(told(Texts.of("There is no other model in this workspace")));
    }
    choose
        .getItems()
        .addAll(
            new SeparatorMenuItem(),
            item(Texts.of("Another workspace…"), this::askWorkspace),
            item(Texts.of("An embedding bundle…"), this::askBundle));
  }

  private static MenuItem item(OtherModels.Choice choice, Runnable action) {
    String measured =
        choice.recallAt1().isPresent()
            ? "R@1 " + Texts.percent(choice.recallAt1().getAsDouble())
            : Texts.of("not measured");
    String detail = measured + (choice.older() ? Texts.of(" · made before this one") : "");
    VBox lines = new VBox(label(choice.title(), "menu-title"), label(detail, "small", "muted"));
    CustomMenuItem item = new CustomMenuItem(lines);
    item.setMnemonicParsing(false);
    item.setText(choice.title() + ", " + detail);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static MenuItem told(String text) {
    Label words = label(text, "small", "muted");
    CustomMenuItem item = new CustomMenuItem(words, false);
    item.getStyleClass().add("menu-fact");
    item.setText(text);
    return item;
  }

  private void askWorkspace() {
    FileDialogs.of(this)
        .folder(
            getScene().getWindow(), Purpose.WORKSPACE, Texts.of("A workspace to compare with"), "")
        .ifPresent(model::compareWithWorkspace);
  }

  private void askBundle() {
    FileDialogs.of(this)
        .file(
            getScene().getWindow(),
            Purpose.BUNDLE,
            Texts.of("An embedding bundle to compare with"),
            "",
            new ExtensionFilter(
                Texts.of("Embedding bundles"), "*.npz", "*.safetensors", "*.pt", "*.csv"))
        .ifPresent(model::compareWithBundle);
  }

  /** Opens the menu of what can be compared with. */
  public void open() {
    choose.requestFocus();
    choose.show();
  }
}
