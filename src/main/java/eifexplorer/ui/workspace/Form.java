package eifexplorer.ui.workspace;

import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.screen.Page;
import eifexplorer.ui.screen.PageView;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A page with a form; {@code M} is what is filled in. */
public final class Form<M> implements Page {
  private final String id;
  private final M model;
  private final Supplier<PageView> view;
  private Function<Path, Optional<String>> invitation = file -> Optional.empty();
  private Consumer<Path> dropped = file -> {};

  /** A form that takes no dropped files. */
  Form(String id, M model, Supplier<PageView> view) {
    this.id = id;
    this.model = model;
    this.view = view;
  }

  /** Takes those dropped files for which there is an invitation. */
  Form<M> taking(Function<Path, Optional<String>> newInvitation, Consumer<Path> newDropped) {
    invitation = newInvitation;
    dropped = newDropped;
    return this;
  }

  /** What is filled in. */
  public M model() {
    return model;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public PageView view(PictureLoader pictures) {
    return view.get();
  }

  @Override
  public Optional<String> dropInvitation(Path file) {
    return invitation.apply(file);
  }

  @Override
  public void drop(Path file) {
    dropped.accept(file);
  }
}
