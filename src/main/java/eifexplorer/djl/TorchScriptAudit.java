package eifexplorer.djl;

import eifexplorer.djl.ScriptToken.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the sources of a TorchScript program before it is run. TorchScript has no way to the system but PyTorch's operations,
 * of which a few reach files, processes or memory: only those of {@code torchscript-operations.txt} are let through, and each
 * only where it stands by its own name, so that none can be had under another.
 *
 * <p>PyTorch takes {@code a.b} for an operation of any value {@code a}, not only of tensors; so a name after a dot must be one
 * of the list, or one that the program declares itself and that is none of PyTorch's other operations, {@code torchscript-refused.txt}.
 */
final class TorchScriptAudit {
  private static final String HARMLESS = "torchscript-operations.txt";
  private static final String REFUSED = "torchscript-refused.txt";

  /** What is refused wherever it stands. */
  private static final Set<String> NEVER =
      Set.of("save", "load", "from_file", "fork", "awaitable", "print", "storage", "data_ptr");

  /** Functions that stand alone. */
  private static final Set<String> ALONE =
      Set.of(
          "annotate",
          "unchecked_cast",
          "uninitialized",
          "getattr",
          "hasattr",
          "isinstance",
          "len",
          "range",
          "rangelist",
          "int",
          "float",
          "bool",
          "str",
          "complex",
          "list",
          "tuple",
          "dict",
          "min",
          "max",
          "abs",
          "round",
          "pow",
          "sum",
          "sorted",
          "reversed",
          "enumerate",
          "zip",
          "any",
          "all",
          "ord",
          "chr",
          "divmod",
          "slice",
          "super");

  private static final Set<String> OPENS_CALL_OR_GROUP =
      Set.of(
          "and", "or", "not", "in", "is", "if", "elif", "else", "return", "while", "assert",
          "raise", "for", "del");

  private static final ScriptToken NONE = new ScriptToken(Kind.SIGN, "", 0);

  private final Set<String> operations;
  private final Set<String> declared;
  private final Set<String> members;
  private List<ScriptToken> code = List.of();
  private int at;

  private TorchScriptAudit(Set<String> declared) {
    operations = words(HARMLESS);
    this.declared = declared;
    members = new HashSet<>(declared);
    members.removeAll(words(REFUSED));
    members.addAll(operations);
  }

  /**
   * Lets a program's sources pass.
   *
   * @throws RefusedScriptException if one uses what is not known to be harmless, or can't be read as PyTorch reads it
   */
  static void require(List<String> sources) {
    List<List<ScriptToken>> all = sources.stream().map(ScriptLexer::tokens).toList();
    TorchScriptAudit audit = new TorchScriptAudit(declared(all));
    all.forEach(audit::requireHarmless);
  }

  /** What follows {@code def}, what is given a value or type, and what is imported as a class. */
  private static Set<String> declared(List<List<ScriptToken>> sources) {
    Set<String> names = new HashSet<>();
    for (List<ScriptToken> code : sources) {
      for (int i = 0; i < code.size(); i++) {
        ScriptToken token = code.get(i);
        boolean named = i > 0 && (code.get(i - 1).isName("def") || code.get(i - 1).isName("class"));
        boolean typed = i + 1 < code.size() && code.get(i + 1).is(":");
        boolean given = i + 1 < code.size() && code.get(i + 1).is("=");
        if (token.kind() == Kind.NAME && (named || typed || given)) {
          names.add(token.text());
        }
      }
    }
    return names;
  }

  private void requireHarmless(List<ScriptToken> source) {
    code = source;
    for (at = 0; at < code.size(); at++) {
      ScriptToken token = code.get(at);
      if (token.kind() == Kind.NAME) {
        name(token);
      }
    }
  }

  private void name(ScriptToken token) {
    String name = token.text();
    if (NEVER.contains(name)) {
      throw refused(name, token);
    }
    if (sign(-1, ".")) {
      member(token);
    } else if (name.equals("torch")) {
      operation(token, "torch", operations::contains);
    } else if (name.equals("ops")) {
      namespaced(token);
    } else if (name.equals("__torch__")) {
      ownPath(token);
    } else if (name.equals("CONSTANTS")) {
      at += sign(1, ".") ? 2 : 0;
    } else if (sign(1, "(") && !OPENS_CALL_OR_GROUP.contains(name)) {
      called(token);
    }
  }

  /** {@code torch.name(…)} or {@code ops.prim.name(…)}, called at once. */
  private void operation(ScriptToken from, String path, Predicate<String> allowed) {
    String name = sign(1, ".") && token(2).kind() == Kind.NAME ? token(2).text() : "";
    if (!sign(3, "(") || !allowed.test(name)) {
      throw refused(name.isEmpty() ? path : path + "." + name, from);
    }
    at += 2;
  }

  private void namespaced(ScriptToken from) {
    ScriptToken space = token(2);
    if (!sign(1, ".") || space.kind() != Kind.NAME) {
      throw refused("ops", from);
    }
    at += 2;
    operation(
        from,
        "ops." + space.text(),
        space.isName("aten")
            ? operations::contains
            : n -> operations.contains(space.text() + "." + n));
  }

  /** {@code __torch__.a.B}: a class or function of the archive, but for those that PyTorch brings along. */
  private void ownPath(ScriptToken from) {
    StringBuilder path = new StringBuilder("__torch__");
    while (sign(1, ".") && token(2).kind() == Kind.NAME) {
      at += 2;
      if (NEVER.contains(token(0).text())) {
        throw refused(token(0).text(), from);
      }
      path.append('.').append(token(0).text());
    }
    if (isForeignClass(path.toString())) {
      throw refused(path.toString(), from);
    }
  }

  /** Whether a class is one of PyTorch's own, written in C++, other than packed weights of quantised layers. */
  static boolean isForeignClass(String path) {
    return path.startsWith("__torch__.torch.classes")
        && !path.startsWith("__torch__.torch.classes.quantized.");
  }

  private void member(ScriptToken token) {
    if (!members.contains(token.text())) {
      throw refused(token.text(), token);
    }
  }

  private void called(ScriptToken token) {
    if (token.text().equals("getattr") || token.text().equals("hasattr")) {
      memberByText(token);
    } else if (!ALONE.contains(token.text()) && !declared.contains(token.text())) {
      throw refused(token.text(), token);
    }
  }

  /** {@code getattr(self, "0")}: a path of names, then a plain text. */
  private void memberByText(ScriptToken from) {
    int i = 2;
    while (token(i).kind() == Kind.NAME || sign(i, ".")) {
      i++;
    }
    ScriptToken text = token(i + 1);
    boolean plain = sign(i, ",") && text.kind() == Kind.STRING && sign(i + 2, ")");
    if (!plain || text.text().indexOf('\\') >= 0 || NEVER.contains(text.text())) {
      throw refused(from.text(), from);
    }
    boolean identifier = text.text().matches("[A-Za-z_]\\w*");
    if (identifier && !members.contains(text.text())) {
      throw refused(text.text(), from);
    }
  }

  private ScriptToken token(int ahead) {
    int index = at + ahead;
    return index >= 0 && index < code.size() ? code.get(index) : NONE;
  }

  private boolean sign(int ahead, String sign) {
    return token(ahead).is(sign);
  }

  private static RefusedScriptException refused(String what, ScriptToken where) {
    return new RefusedScriptException(
        "uses " + what + ", which is not known to be harmless", where.line());
  }

  private static Set<String> words(String list) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                TorchScriptAudit.class.getResourceAsStream(list), StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.strip().split("\\s+", -1)))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
