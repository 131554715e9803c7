package eifexplorer.ui.kit;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the window's sources say.
 *
 * @param keys what {@link Texts#of} and {@link Texts#count} are given
 * @param literals every string there is, among them words that are looked up when they are shown
 * @param bare words that are handed to a control or a notice as they stand
 */
record TextsInSources(Set<String> keys, Set<String> literals, Set<String> bare) {
  private static final Pattern WORDS =
      Pattern.compile("\\p{L}{2,}.* .*\\p{L}{2,}|\\p{Lu}\\p{Ll}+.*");

  /** Calls whose first string is shown. */
  private static final Set<String> SHOWN =
      Set.of(
          "label",
          "button",
          "setText",
          "setPromptText",
          "setAccessibleText",
          "setTitle",
          "heading",
          "sentence",
          "info",
          "say",
          "Label",
          "Button",
          "CheckBox",
          "RadioButton",
          "ToggleButton",
          "Tooltip",
          "MenuItem",
          "Menu",
          "MenuButton",
          "TitledPane",
          "EmptyState");

  /** Names that are the same in every language. */
  private static final Set<String> NAMES = Set.of("EIF Explorer", "Deutsch", "English");

  static TextsInSources below(Path folder) throws IOException {
    TextsInSources found = new TextsInSources(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    ParsedSources.below(folder, file -> true, unit -> found.new Reader().scan(unit, null));
    return found;
  }

  /** A string or a sum of strings; null for anything else. */
  private static @Nullable String constant(Tree tree) {
    if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
      return text;
    }
    if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      String left = constant(sum.getLeftOperand());
      String right = constant(sum.getRightOperand());
      return left == null || right == null ? null : left + right;
    }
    return null;
  }

  /** Collects from one file. */
  private final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {
    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
      add(tree);
      return null;
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
      add(tree);
      return super.visitBinary(tree, null);
    }

    private void add(Tree tree) {
      String text = constant(tree);
      if (text != null) {
        literals.add(text);
      }
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
      String called = call.getMethodSelect().toString();
      List<? extends ExpressionTree> given = call.getArguments();
      if (called.equals("Texts.of")) {
        key(given.get(0));
      } else if (called.equals("Texts.count") && given.size() == 3) {
        key(given.get(1));
        key(given.get(2));
      }
      if (!called.startsWith("LOG.")) { // the log is for those who look after the program
        shown(name(call.getMethodSelect()), given);
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
      shown(made.getIdentifier().toString(), made.getArguments());
      return super.visitNewClass(made, null);
    }

    private String name(ExpressionTree select) {
      return select instanceof MemberSelectTree member
          ? member.getIdentifier().toString()
          : select.toString();
    }

    private void key(Tree tree) {
      String text = constant(tree);
      if (text != null) {
        keys.add(text);
      }
    }

    private void shown(String by, List<? extends ExpressionTree> given) {
      if (!SHOWN.contains(by) || given.isEmpty()) {
        return;
      }
      String text = constant(given.get(0));
      if (text != null && WORDS.matcher(text).matches() && !NAMES.contains(text)) {
        bare.add(by + ": " + text);
      }
    }
  }
}
