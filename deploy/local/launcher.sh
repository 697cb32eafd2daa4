# What deploy/up, deploy/status and deploy/down share: the tree's place, and a JDK. Sourced, not run.

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
script="deploy/$(basename -- "$0")"

fail() {
    echo "$script: $1" >&2
    exit 1
}

# Sets java and exports JAVA_HOME; the JDK that JAVA_HOME names wins over the one on the PATH.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, where there is no bin/java: set it to a JDK of version 17 or later"
    else
        java=$(command -v java) || fail "no Java found: install a JDK of version 17 or later, or set JAVA_HOME to one"
    fi
    settings=$("$java" -XshowSettings:properties -version 2>&1) || fail "$java does not run: set JAVA_HOME to a JDK of version 17 or later"
    version=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.specification\.version = \(1\.\)\{0,1\}\([0-9]*\).*/\2/p')
    [ "${version:-0}" -ge 17 ] || fail "$java is Java ${version:-of an unknown version}: a JDK of version 17 or later is needed, set JAVA_HOME to one"
    JAVA_HOME=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.home = //p')
    export JAVA_HOME
}

# Becomes one of the launcher's programs.
become() {
    program=$1
    shift
    exec "$java" -Xms16m -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -XX:-UsePerfData \
        -Datlas.home="$root" -Datlas.kafka.home="$root/deploy/embedded/target/kafka" \
        -cp "$root/deploy/local/target/local.jar:$root/deploy/local/target/lib/*" "atlas.local.$program" "$@"
}
