package topfive.contract;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.util.regex.Pattern;

/** Says for a person in one line what is wrong with a JSON text and where: the field, the line, the column. */
final class Fault {
    private static final int LONGEST = 400;
    private static final Pattern START = Pattern.compile("\\[Source: .*?; (line: \\d+, column: \\d+)\\]");
    private static final Pattern TYPE = Pattern.compile("\\[simple type, class ([\\w.$]+)\\]");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    private Fault() {}

    /** @param reached how far the reading had come; for errors that do not know their place themselves */
    static String in(IOException e, JsonLocation reached) {
        return e instanceof JsonProcessingException json
                ? message(json) + place(json, reached)
                : oneLine(e.getMessage());
    }

    private static String message(JsonProcessingException e) {
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return refused(e.getCause());
        }
        var message = START.matcher(e.getOriginalMessage()).replaceAll("$1");
        return oneLine(TYPE.matcher(message).replaceAll("`$1`").replace("topfive.contract.", ""));
    }

    /** The record itself would not have these values. It has its own words for most of them: "document id". */
    private static String refused(Throwable why) {
        var what = why.getMessage();
        if (!(why instanceof NullPointerException)) {
            return oneLine(what);
        }
        var ours = what != null && !what.startsWith("Cannot invoke");
        return (ours ? oneLine(what) : "a list or one of its elements") + " is missing";
    }

    private static String place(JsonProcessingException e, JsonLocation reached) {
        var field = e instanceof JsonMappingException mapping ? path(mapping) : "";
        var at = e.getLocation() == null ? reached : e.getLocation();
        var where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
        var both = field + (field.isEmpty() || where.isEmpty() ? "" : ", ") + where;
        return both.isEmpty() ? "" : " (" + both + ")";
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return oneLine(path.toString());
    }

    private static String oneLine(String text) {
        var line = BREAKS.matcher(text == null ? "" : text).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
