package eifexplorer.ui.kit;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the packages below the window say in English: each sum of strings and values as one form, {@code {0}} for a value,
 * and each format likewise. What only goes into the log or tells of a mistake in the program is left out.
 */
final class SaidInSources extends TreeScanner<@Nullable Void, @Nullable Void> {
  private static final Pattern PLACE = Pattern.compile("%(?:<|\\d\\$)?[-,+0-9.]*[a-zA-Z]");
  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile(
          "(?:LOG|LOGGER)\\..*|Objects\\.requireNonNull|requireNonNull"
              + "|(?:Illegal\\w+|UncheckedIO|UnsupportedOperation|NoSuchElement|IndexOutOfBounds|\\w*Assertion)"
              + "(?:Exception|Error)");

  private final Set<String> forms = new TreeSet<>();

  private SaidInSources() {}

  /** The forms in the sources below a folder, but for those below its folders {@code others}. */
  static Set<String> below(Path folder, String... others) throws IOException {
    SaidInSources found = new SaidInSources();
    ParsedSources.below(
        folder,
        file -> Stream.of(others).map(folder::resolve).noneMatch(file::startsWith),
        unit -> found.scan(unit, null));
    return found.forms;
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void nothing) {
    return null;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
    return FOR_PROGRAMMERS.matcher(call.getMethodSelect().toString()).matches()
        ? null
        : super.visitMethodInvocation(call, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
    return FOR_PROGRAMMERS.matcher(made.getIdentifier().toString()).matches()
        ? null
        : super.visitNewClass(made, null);
  }

  @Override
  public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
    if (literal.getValue() instanceof String text) {
      add(text);
    }
    return null;
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree sum, @Nullable Void nothing) {
    if (!isText(sum)) {
      return super.visitBinary(sum, null);
    }
    StringBuilder form = new StringBuilder();
    append(sum, form, new int[1]);
    add(form.toString());
    return null;
  }

  private void add(String form) {
    String text = form;
    int places = 0;
    while (text.contains("{" + places + "}")) {
      places++;
    }
    while (PLACE.matcher(text).find()) {
      text = PLACE.matcher(text).replaceFirst("{" + places++ + "}");
    }
    forms.add(places == 0 ? text : text.replace("%%", "%"));
  }

  private static boolean isText(Tree tree) {
    return tree instanceof LiteralTree literal
        ? literal.getValue() instanceof String
        : tree instanceof ParenthesizedTree inner
            ? isText(inner.getExpression())
            : tree instanceof BinaryTree sum
                && sum.getKind() == Tree.Kind.PLUS
                && (isText(sum.getLeftOperand()) || isText(sum.getRightOperand()));
  }

  /** Values are read for what they say themselves. */
  private void append(ExpressionTree tree, StringBuilder form, int[] places) {
    if (tree instanceof BinaryTree sum && isText(sum)) {
      append(sum.getLeftOperand(), form, places);
      append(sum.getRightOperand(), form, places);
    } else if (tree instanceof ParenthesizedTree inner && isText(inner)) {
      append(inner.getExpression(), form, places);
    } else if (tree instanceof LiteralTree literal) {
      form.append(literal.getValue());
    } else if (!(tree instanceof MemberSelectTree)) {
      form.append('{').append(places[0]++).append('}');
      scan(tree, null);
    } else {
      form.append('{').append(places[0]++).append('}');
    }
  }
}
