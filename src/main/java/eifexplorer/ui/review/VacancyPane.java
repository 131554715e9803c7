package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;

import eifexplorer.review.QueueFilter;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Texts;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** What stands in the image's place while there is none: why, and what is next. */
final class VacancyPane extends StackPane {
  private final ReviewViewModel model;
  private final Button clear;
  private final Button again;
  private final EmptyState words;

  VacancyPane(ReviewViewModel model) {
    this.model = model;
    QueueViewModel queue = model.queue();
    clear = button(Texts.of("Clear filters"), () -> queue.filterProperty().set(QueueFilter.ALL));
    again = button(Texts.of("Look at the first again"), queue::next);
    words = new EmptyState(Feather.CHECK_SQUARE, "", "", clear, again);
    getChildren().add(words);
    InvalidationListener show = value -> show();
    queue.vacancyProperty().addListener(show);
    queue.signsProperty().addListener(show);
    model.staged().summaryProperty().addListener(show);
    show();
  }

  private void show() {
    Vacancy vacancy = model.queue().vacancyProperty().get();
    setVisible(vacancy != Vacancy.NONE);
    there(clear, vacancy == Vacancy.NO_MATCH || vacancy == Vacancy.LIST_DONE);
    there(again, vacancy == Vacancy.LIST_DONE || vacancy == Vacancy.ALL_DONE);
    words.say(vacancy.title(), model.vacancyText());
  }

  private static void there(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
