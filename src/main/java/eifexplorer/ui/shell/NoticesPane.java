package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.Notice;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The newest message, over the key hints of the status bar; it covers the page only where it takes several lines. */
final class NoticesPane extends VBox {
  private static final double WIDTH = 760;

  private final NoticesViewModel model;
  private @Nullable Notice shown;

  NoticesPane(NoticesViewModel model) {
    this.model = model;
    getStyleClass().add("notices");
    setPickOnBounds(false);
    setAlignment(Pos.BOTTOM_RIGHT);
    setFillWidth(false);
    model.notices().addListener((ListChangeListener<Notice>) change -> refresh());
    refresh();
  }

  private void refresh() {
    List<Notice> all = model.notices();
    Notice newest = all.isEmpty() ? null : all.get(all.size() - 1);
    if (newest == shown) {
      return;
    }
    shown = newest;
    model.hold(false);
    getChildren().clear();
    if (newest != null) {
      VBox card = card(newest);
      card.setOnMouseEntered(event -> model.hold(true));
      card.setOnMouseExited(event -> model.hold(false));
      getChildren().add(card);
    }
  }

  private VBox card(Notice notice) {
    boolean error = notice.kind() == Notice.Kind.ERROR;
    Label message = label(notice.message(), "notice-message");
    message.setWrapText(true);
    message.setMinHeight(USE_PREF_SIZE);
    message.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(message, Priority.ALWAYS);
    HBox line = new HBox(8, new FontIcon(error ? Feather.ALERT_CIRCLE : Feather.INFO), message);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(8, line);
    card.getStyleClass().addAll("notice", error ? "notice-error" : "notice-info");
    card.setMaxWidth(WIDTH);
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setAccessibleText(
        (error ? Texts.of("Problem: ") : Texts.of("Notice: ")) + notice.message());
    if (!notice.details().isEmpty()) {
      line.getChildren().addAll(detailsButton(card, notice), copyButton(notice));
    }
    notice.action().ifPresent(action -> line.getChildren().add(actionButton(notice, action)));
    line.getChildren()
        .add(iconButton(Feather.X, Texts.of("Dismiss (Esc)"), () -> model.dismiss(notice)));
    return card;
  }

  private Button actionButton(Notice notice, Notice.Action action) {
    Runnable act =
        () -> {
          model.dismiss(notice);
          action.run().run();
        };
    return button(action.title(), act, "small-button");
  }

  private static Button detailsButton(VBox card, Notice notice) {
    TextArea details = new TextArea(notice.details());
    details.setEditable(false);
    details.setPrefRowCount(8);
    details.getStyleClass().add("details");
    details.setAccessibleText(Texts.of("Details"));
    return button(Texts.of("Details"), () -> toggle(card, details), "small-button");
  }

  private static void toggle(VBox card, TextArea details) {
    if (!card.getChildren().remove(details)) {
      card.getChildren().add(details);
    }
  }

  private static Button copyButton(Notice notice) {
    return button(
        Texts.of("Copy"),
        () -> Controls.copy(notice.message() + "\n\n" + notice.details()),
        "small-button");
  }
}
