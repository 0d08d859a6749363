/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // A gzipped event stream costs three times the CPU and holds chunks back; a front proxy compresses the rest.
  devIndicators: false,
  // `next dev` and `next build` would write different versions of this file.
  typedRoutes: false,
};

export default config;
