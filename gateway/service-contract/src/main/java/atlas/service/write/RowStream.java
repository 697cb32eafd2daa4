package atlas.service.write;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Adds many rows to a table in one stream: all of the table's rules hold, and no statement is planned for each row. */
public final class RowStream {

    private RowStream() {
    }

    /**
     * Adds rows, in their order, in the connection's transaction.
     *
     * @param target the table, and its columns in the order of the values
     * @param rows values whose text PostgreSQL reads as the column's type; null stands for no value
     */
    public static void copy(Connection connection, String target, List<Object[]> rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + target + " FROM STDIN");
        try {
            for (Object[] row : rows) {
                byte[] line = line(row).getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(line, 0, line.length);
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static String line(Object[] row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            append(line, row[i]);
            line.append(i < row.length - 1 ? '\t' : '\n');
        }
        return line.toString();
    }

    private static void append(StringBuilder line, Object value) {
        if (value == null) {
            line.append("\\N");
            return;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }
}
