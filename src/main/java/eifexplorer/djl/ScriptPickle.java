package eifexplorer.djl;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks through the pickles of a TorchScript archive for the classes they name. PyTorch makes objects of its own C++ classes
 * from them, whatever the sources say; only containers, tensors and the archive's own classes are let through.
 */
final class ScriptPickle {
  private static final int MAX_TYPE_DEPTH = 32;
  private static final Set<String> MODULES =
      Set.of("torch.jit._pickle", "torch._utils", "collections", "torch");
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_]\\w{0,200}(?:\\.\\w{1,200}){0,50}");

  /** Opcodes without an argument that PyTorch writes: tuples, lists, maps, constants, objects. */
  private static final String WITHOUT_ARGUMENT =
      "().]}aestu012NQRb\u0081\u0085\u0086\u0087\u0088\u0089";

  private final byte[] bytes;
  private int at;

  private ScriptPickle(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Lets a pickle pass.
   *
   * @throws RefusedScriptException if it names another class, or holds what PyTorch does not write
   */
  static void require(byte[] bytes) {
    ScriptPickle pickle = new ScriptPickle(bytes);
    while (pickle.at < bytes.length) {
      pickle.next();
    }
  }

  private void next() {
    int code = unsigned(1);
    switch (code) {
      case 0x80, 'K', 'h', 'q' -> unsigned(1);
      case 'M' -> unsigned(2);
      case 'J', 'j', 'r' -> skip(4);
      case 'G' -> skip(8);
      case 0x8a -> skip(unsigned(1));
      case 'U' -> text(unsigned(1));
      case 'X' -> text(unsigned(4));
      case 'c' -> requireClass(line(), line());
      default -> {
        if (WITHOUT_ARGUMENT.indexOf(code) < 0) {
          throw damaged();
        }
      }
    }
  }

  private static void requireClass(String module, String name) {
    String path = module + "." + name;
    boolean own = module.equals("__torch__") || module.startsWith("__torch__.");
    boolean known = own ? !TorchScriptAudit.isForeignClass(path) : MODULES.contains(module);
    if (!known || !PLAIN.matcher(path).matches()) {
      throw new RefusedScriptException(
          "holds an object of class " + (path.length() > 80 ? path.substring(0, 80) + "…" : path));
    }
  }

  /** A text may be a type, which PyTorch's parser takes apart calling itself for each bracket. */
  private void text(int length) {
    int end = end(length);
    int depth = 0;
    for (; at < end; at++) {
      depth +=
          bytes[at] == '[' || bytes[at] == '(' ? 1 : bytes[at] == ']' || bytes[at] == ')' ? -1 : 0;
      if (depth > MAX_TYPE_DEPTH) {
        throw new RefusedScriptException("holds a type that is nested too deeply");
      }
    }
  }

  private String line() {
    int begin = at;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    String line = new String(bytes, begin, at - begin, StandardCharsets.UTF_8);
    skip(1);
    return line;
  }

  private int unsigned(int size) {
    int end = end(size);
    int value = 0;
    for (int i = end - 1; i >= at; i--) {
      value = value << 8 | (bytes[i] & 0xff);
    }
    at = end;
    return value;
  }

  private void skip(int count) {
    at = end(count);
  }

  private int end(int count) {
    if (count < 0 || count > bytes.length - at) {
      throw damaged();
    }
    return at + count;
  }

  private static RefusedScriptException damaged() {
    return new RefusedScriptException("has a damaged list of objects");
  }
}
