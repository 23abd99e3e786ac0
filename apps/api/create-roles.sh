#!/bin/sh
# Run once by PostgreSQL's image, on an empty volume: the two roles and their database.
set -eu
psql -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" \
  -v owner_password="$PREAU_OWNER_PASSWORD" -v api_password="$PREAU_API_PASSWORD" <<'SQL'
CREATE ROLE preau_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE preau_api LOGIN PASSWORD :'api_password';
CREATE DATABASE preau OWNER preau_owner;
\connect preau
ALTER SCHEMA public OWNER TO preau_owner;
SQL
