# What the running server loads, SQLite compiled among it. The full image has the compilers; the last one need not.
FROM node:24-bookworm AS production
WORKDIR /forumpad
COPY package.json package-lock.json ./
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
COPY packages/agenda/package.json packages/agenda/
COPY packages/api/package.json packages/api/
COPY packages/pad-schema/package.json packages/pad-schema/
COPY packages/sync/package.json packages/sync/
RUN npm ci --omit=dev --workspace apps/server --no-audit --no-fund

FROM production AS build
RUN npm install --no-save --no-audit --no-fund
COPY tsconfig.json ./
COPY scripts scripts
COPY apps apps
COPY packages packages
RUN npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /forumpad
COPY --from=production /forumpad ./
COPY apps/server/sample apps/server/sample
COPY --from=build /forumpad/apps/server/dist apps/server/dist
COPY --from=build /forumpad/apps/web/dist apps/web/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/server/dist/main.js"]
